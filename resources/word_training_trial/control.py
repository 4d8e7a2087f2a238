import pickle,numpy as np,time
from dataclasses import replace
from ocrdesk.services.model_store import load_model
from ocrdesk.services.calibration import fitted_temperature
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.network import Network
from ocrdesk.nn.optimizer import Adam
from ocrdesk.nn.schedules import OneCycle
from ocrdesk.nn.loss import SoftmaxCrossEntropy
from ocrdesk.nn.blas import blas_threads
from ocrdesk.nn.lanes import lanes
rec=load_model('print62'); net=rec.network.copy(); rng=np.random.default_rng(1)
d=np.load('chars_print62_1.npz'); X,Y=d['x'],d['y']; steps=1500; n=64
opt=Adam(weight_decay=1e-2); sched=OneCycle(6e-4); loss=SoftmaxCrossEntropy(71,label_smoothing=.05); order=np.zeros(0,int); t=time.time()
with blas_threads(1),lanes(1):
    for s in range(steps):
        if len(order)<n: order=np.concatenate([order,rng.permutation(len(X))])
        c,order=order[:n],order[n:]
        z=net.forward((X[c]/np.float32(255)).astype(np.float32).reshape(-1,*net.input_shape),rng)
        net.backward(loss.gradient(z,Y[c])); opt.step(net.parameters,net.gradients,sched(3*s/steps,3),decayed=net.decayed_count)
print(loss.take_tally().loss,time.time()-t)
vx=(d['vx']/np.float32(255)).astype(np.float32)
pickle.dump(replace(rec,network=net,temperature=fitted_temperature(net,Dataset(vx,d['vy']))),open('m_ctl.pkl','wb'))
