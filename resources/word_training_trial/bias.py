import sys,pickle,numpy as np
from dataclasses import replace
from scipy.optimize import minimize
from ocrdesk.nn.network import Network
from ocrdesk.nn.dataset import Dataset
from ocrdesk.services.calibration import fitted_temperature
r=pickle.load(open(sys.argv[1],'rb')); net=Network.from_state(*r.network.state())
d=np.load('chars_print62_1.npz'); sub=np.random.default_rng(0).permutation(len(d['y']))[:25000]
z=net.logits((d['x'][sub]/np.float32(255)).astype(np.float32)).astype(float); y=d['y'][sub]; T=r.temperature
def f(b):
    q=(z+b)/T; q=q-q.max(1,keepdims=True); e=np.exp(q); s=e.sum(1); p=e/s[:,None]
    g=p.sum(0)-np.bincount(y,minlength=z.shape[1])
    return (np.log(s)-q[np.arange(len(y)),y]).sum()/len(y)+1e-3*(b@b), g/len(y)/T+2e-3*b
o=minimize(f,np.zeros(z.shape[1]),jac=True,method='L-BFGS-B'); b=o.x; ch=r.charset.characters
print('loss',f(np.zeros(len(b)))[0],o.fun); k=np.argsort(b); C=list(ch)+['REJ']; print([(C[i],round(b[i],2)) for i in [*k[:14],*k[-14:]]], 'rej',b[-1])
net.layers[-1].parameters['biases'][...]+=b.astype(np.float32)
vx=(d['vx']/np.float32(255)).astype(np.float32)
pickle.dump(replace(r,network=net,temperature=fitted_temperature(net,Dataset(vx,d['vy']))),open(sys.argv[2],'wb'))
