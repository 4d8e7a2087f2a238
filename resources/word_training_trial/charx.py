import sys,pickle,numpy as np
from dataclasses import replace
from ocrdesk.nn.network import Network
from ocrdesk.nn.loss import softmax
from ocrdesk.services.model_store import load_model
from ocrdesk.services.calibration import calibration_error
d=np.load('/tmp/gtn/chars_print62_1.npz'); x=(d['vx']/np.float32(255)).astype(np.float32); y=d['vy']; K=70
for m in sys.argv[1:]:
    rec=load_model('print62')
    if m.endswith('.npz'): net=rec.network.copy(); net.parameters[:]=np.load(m)['p']; rec=replace(rec,network=net)
    elif '/' in m: rec=pickle.load(open(m,'rb')); rec=replace(rec,network=Network.from_state(*rec.network.state()))
    ch=np.array(list(rec.charset.characters)); up=np.char.upper(ch); z=rec.network.logits(x); c=y<K; p=softmax(z[c][:,:K]/rec.temperature); f=p.argmax(1); t=y[c]
    def within(s):
        idx=np.array([i for i,q in enumerate(ch) if q in s]); k=np.isin(t,idx); return round(100*(idx[p[k][:,idx].argmax(1)]==t[k]).mean(),2)
    D='0123456789'; U='ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    print(m,'all',round(100*(f==t).mean(),2),'anycase',round(100*(up[f]==up[t]).mean(),2),'digits',within(D),'caps',within(U),'small',within(U.lower()),'rejected',round(100*(z[c].argmax(1)==K).mean(),2),'junk',round(100*(z[~c].argmax(1)==K).mean(),2),'ECE',round(100*calibration_error(p.max(1),f==t),2),flush=True)
