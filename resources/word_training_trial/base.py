import sys,pickle; sys.path.insert(0,'/tmp/gtn')
from evalx import *
from dataclasses import replace
from ocrdesk.nn.network import Network
fixed=lambda r: replace(r,network=Network.from_state(*r.network.state()))
m=sys.argv[1]; rec=fixed(pickle.load(open(m,'rb'))) if '/' in m else load_model(m)
for f in sys.argv[2:]:
    t=time.time(); s,out=score(rec,pickle.load(open(f,'rb')),strips='strip' in f,detail=True)
    print(m,f,s,round(time.time()-t)); pickle.dump(out,open('/tmp/gtn/out_'+m.split('/')[-1]+'_'+f.split('/')[-1],'wb'))
    case=sum(1 for t,r,e,a in out if len(t)==len(r) for x,y in zip(t,r) if x!=y and x.upper()==y.upper())
    same=sum(a for t,r,e,a in out if len(t)==len(r)); diff=sum(a for t,r,e,a in out if len(t)!=len(r))
    print('anycase errors in words of same length',same,'of other length',diff)
