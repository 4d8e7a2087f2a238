import sys,pickle; sys.path.insert(0,'/tmp/gtn')
import numpy as np
from gtn import *
from dataclasses import replace
from ocrdesk.nn.network import Network
from ocrdesk.services.model_store import load_model
its=pickle.load(open('/tmp/gtn/valit.pkl','rb'))
def score(rec):
    cs=rec.charset; T=rec.temperature; tot=n=0; per=[]
    for it in its:
        s=Item(it,cs); z=rec.network.logits((s.patches/np.float32(255)).astype(np.float32).reshape(-1,*rec.network.input_shape))
        r=word_loss(s,softmax64(z/T),need_grad=False)
        per.append(np.nan if r is None else min(r[0],8*s.m)); n+=s.m if r else 0
    return np.nansum(per)/n, np.array(per)
for m in sys.argv[1:]:
    if m.endswith('.npz'):
        rec=load_model('print62'); net=rec.network.copy(); net.parameters[:]=np.load(m)['p']; rec=replace(rec,network=net)
    elif '/' in m: rec=pickle.load(open(m,'rb')); rec=replace(rec,network=Network.from_state(*rec.network.state()))
    else: rec=load_model(m)
    v,per=score(rec); print(m,round(v,4),'words loss<1 nat',(per<1).sum(),flush=True)
