import sys, pickle, time, argparse, json
import numpy as np
sys.path.insert(0,'/tmp/gtn')
from dataclasses import replace
from gtn import Item, word_loss, softmax64
from ocrdesk.services.model_store import load_model, save_model
from ocrdesk.services.calibration import fitted_temperature
from ocrdesk.nn.upper_layers import upper_layers, with_upper_layers, features
from ocrdesk.nn.network import Network
from ocrdesk.nn.dataset import Dataset
from ocrdesk.nn.optimizer import Adam
from ocrdesk.nn.schedules import OneCycle
from ocrdesk.nn.loss import softmax
from ocrdesk.nn.blas import blas_threads
from ocrdesk.nn.lanes import lanes
ap=argparse.ArgumentParser()
ap.add_argument('--model',default='print62'); ap.add_argument('--words',nargs='+'); ap.add_argument('--chars',nargs='+')
ap.add_argument('--epochs',type=int,default=4); ap.add_argument('--rate',type=float,default=6e-4); ap.add_argument('--lam',type=float,default=1.0)
ap.add_argument('--full',action='store_true'); ap.add_argument('--anycase',action='store_true'); ap.add_argument('--bonus',type=float,default=0.0)
ap.add_argument('--nolend',action='store_true'); ap.add_argument('--limit',type=int); ap.add_argument('--cap',type=float,default=5.0)
ap.add_argument('--nchars',type=int,default=128); ap.add_argument('--ncand',type=int,default=256); ap.add_argument('--out'); ap.add_argument('--seed',type=int,default=1)
ap.add_argument('--seg',action='store_true'); ap.add_argument('--nbest',nargs='+'); ap.add_argument('--alpha',type=float,default=1.0); ap.add_argument('--beta',type=float,default=0.0); ap.add_argument('--kappa',type=float,default=1.0)
ap.add_argument('--holdwords',type=int,default=150)
a=ap.parse_args()
import gtn; gtn.SEG=a.seg
rec=load_model(a.model); cs=rec.charset; K=len(cs); T=rec.temperature
net=rec.network.copy(); rng=np.random.default_rng(a.seed)
raw=[i for f in a.words for i in pickle.load(open(f,'rb'))][:a.limit]
if K==36:
    raw=[i for i in raw if all(c in cs for c in i['text'])]; print(len(raw),'of capitals and digits')
items=[Item(i,cs,lend=not a.nolend,anycase=a.anycase,bonus=a.bonus) for i in raw]; del raw
ch=[np.load(f) for f in a.chars]; X=np.concatenate([c['x'] for c in ch]); Y=np.concatenate([c['y'] for c in ch]); VX,VY=ch[0]['vx'],ch[0]['vy']
P=np.concatenate([i.patches for i in items]); 
ends=np.cumsum([0]+[i.n for i in items])
for i,it in enumerate(items): it.rows=slice(ends[i],ends[i+1]); it.patches=None
def inp(u): return u.astype(np.float32)/np.float32(255)
def feats(U):
    out=np.empty((len(U),upper.input_shape[0]),np.float16)
    for s in range(0,len(U),32): out[s:s+32]=features(net,inp(U[s:s+32]).reshape(-1,*net.input_shape))
    return out
upper=None
t=time.time()
if not a.full:
    up=upper_layers(net); upper=up
    import os,hashlib
    def cached(U,tag):
        fn=f'/tmp/gtn/f_{a.model}_{tag}.npy'
        if not os.path.exists(fn): np.save(fn,feats(U))
        return np.load(fn)
    sub=np.random.default_rng(3).permutation(len(X))[:45000]; X,Y=X[sub],Y[sub]
    P=cached(P,'-'.join(os.path.basename(f) for f in a.words)+str(a.limit)); X=cached(X,'chars'+str(len(a.chars))); VX=cached(VX,'vchars')
    # dropout layers are left out: put them back
    d,arr=rec.network.state(); 
    d2=[{**d[0],'shape':[up.input_shape[0]]},{'kind':'dropout','rate':.3},*up.state()[0][1:3],{'kind':'dropout','rate':.3},up.state()[0][3]]
    ar={}
    for k,v in up.state()[1].items():
        n,nm=k.split('.'); ar[{'0':'1','2':'4'}[n]+'.'+nm]=v
    work=Network.from_state(d2,ar)
    get=lambda A,idx: A[idx].astype(np.float32)
else:
    work=net; get=lambda A,idx: inp(A[idx])
print('prepared',len(items),'words',len(P),'cands',len(X),'chars',round(time.time()-t,1),flush=True)
def logits(A,idx=None):
    n=len(A) if idx is None else len(idx); out=np.empty((n,K+1),np.float32)
    for s in range(0,n,256):
        q=np.arange(s,min(s+256,n)) if idx is None else idx[s:s+256]
        out[s:s+256]=work.logits(get(A,q).reshape(-1,*work.input_shape))
    return out
def vchars():
    z=logits(VX); p=softmax(z/np.float32(T)); l=-np.log(np.maximum(p[np.arange(len(VY)),VY],1e-9)).mean(); c=VY<K
    return f'chars loss {l:.4f} acc {100*(z.argmax(1)==VY)[c].mean():.2f} rejected {100*(z.argmax(1)==K)[c].mean():.2f} junk {100*(z.argmax(1)==K)[~c].mean():.2f}'
def nbhold(its):
    l=[];e=0
    for it in its:
        if id(it) in nbs:
            x=nb_loss(it,softmax64(logits(P,np.arange(it.rows.start,it.rows.stop))/T),need_grad=False)[0]; l.append(min(x,20)/1); 
            p=softmax64(logits(P,np.arange(it.rows.start,it.rows.stop))/T); G=np.log(np.maximum(p[:,:K]@L,1e-7)); s=[G[q,c].sum()+k for q,c,k in nbs[id(it)]]; e+=np.argmax(s)!=0
    return f'nb {np.mean(l):.3f} wrong {e}/{len(l)}' if l else ''
def wloss(its):
    tot=n=0
    for it in its:
        r=word_loss(it,softmax64(logits(P,np.arange(it.rows.start,it.rows.stop))/T),need_grad=False)
        if r: tot+=min(r[0],a.cap*it.m); n+=it.m
    return tot/max(n,1)
from ocrdesk.language.likenesses import _lending
L=_lending(''.join(cs.characters)).astype(float)
nbs={}
if a.nbest:
    nb=[r for f in a.nbest for r in pickle.load(open(f,'rb'))]
    assert len(nb)==len(items) or a.limit, (len(nb),len(items))
    for it,r in zip(items,nb):
        if r is not None and r[1]: nbs[id(it)]=[(np.array([e for e,_ in st],int),np.array([c for _,c in st],int),k) for _,st,k in [r[0],*r[1]]]
def nb_loss(it,p,need_grad=True):
    G=np.log(np.maximum(p[:,:K]@L,1e-7))
    s=np.array([(G[e,c].sum()+k)*a.kappa for e,c,k in nbs[id(it)]]); m=s.max(); w=np.exp(s-m); z=w.sum(); w/=z
    loss=(m+np.log(z)-s[0])/a.kappa
    if not need_grad: return loss,None
    w[0]-=1; C=np.zeros((len(p),K))
    for (e,c,_),x in zip(nbs[id(it)],w): np.add.at(C,(e,c),x)
    given=np.maximum(p[:,:K]@L,1e-12); g=np.zeros_like(p)
    g-=C.sum(1)[:,None]*p
    g[:,:K]+=p[:,:K]*((C/given)@L.T)
    return loss,g
hold,items=items[:a.holdwords],items[a.holdwords:]
# drop what cannot be aligned
t=time.time(); kept=[]
if not a.full: allz=logits(P)
else: allz=None
for it in (items if allz is not None else []):
    r=word_loss(it,softmax64(allz[it.rows]/T),need_grad=False)
    if r and r[0]<=a.cap*it.m: kept.append(it)
print('kept',len(kept),'of',len(items),round(time.time()-t,1),'initial train-hold',wloss(hold),nbhold(hold),vchars(),flush=True)

items=kept if allz is not None else items
opt=Adam(weight_decay=1e-2); sched=OneCycle(a.rate); sm=.05
batches=[]
tgt=np.full((K+1,K+1),sm/(K+1),np.float32); np.fill_diagonal(tgt,1-sm+sm/(K+1))
corder=np.zeros(0,int)
for ep in range(a.epochs):
    order=rng.permutation(len(items)); pos=0; wl=wn=cl=cn=0; t=time.time()
    while pos<len(order):
        group=[]; c=0
        while pos<len(order) and c<a.ncand: group.append(items[order[pos]]); c+=group[-1].n; pos+=1
        if len(corder)<a.nchars: corder=np.concatenate([corder,rng.permutation(len(X))])
        ci,corder=corder[:a.nchars],corder[a.nchars:]
        idx=np.concatenate([np.arange(i.rows.start,i.rows.stop) for i in group])
        x=np.concatenate([get(X,ci),get(P,idx)]).reshape(-1,*work.input_shape)
        with blas_threads(1), lanes(1):
            z=work.forward(x,rng)
            p=softmax(z[:a.nchars]); g=np.zeros_like(z)
            g[:a.nchars]=(p-tgt[Y[ci]])/a.nchars
            cl-=np.log(np.maximum(p[np.arange(a.nchars),Y[ci]],1e-9)).sum(); cn+=a.nchars
            pw=softmax64(z[a.nchars:]/T); s=0; letters=sum(i.m for i in group)
            for it in group:
                if a.alpha:
                    r=word_loss(it,pw[s:s+it.n])
                    if r and r[0]<=2*a.cap*it.m:
                        g[a.nchars+s:a.nchars+s+it.n]+=r[1]*(a.alpha*a.lam/T/letters); wl+=a.alpha*r[0]; wn+=it.m
                if a.beta and id(it) in nbs:
                    l,gg=nb_loss(it,pw[s:s+it.n]); g[a.nchars+s:a.nchars+s+it.n]+=gg*(a.beta*a.lam/T/letters); wl+=a.beta*l; wn+=0 if a.alpha else it.m
                s+=it.n
            work.backward(g)
            opt.step(work.parameters,work.gradients,sched(ep+pos/len(order),a.epochs),decayed=work.decayed_count)
    print(ep+1,f'words {wl/wn:.4f} chars {cl/cn:.4f} | hold {wloss(hold):.4f} {nbhold(hold)} {vchars()} {time.time()-t:.0f}s',flush=True)
    if a.full and a.out: np.savez(a.out+'.ckpt.npz',p=work.parameters,ep=ep)
if not a.full:
    st=work.state()[1]; d,ar=upper.state()
    final=with_upper_layers(net,Network.from_state(d,{k:st[{'0':'1','2':'4'}[k.split('.')[0]]+'.'+k.split('.')[1]] for k in ar}))
else: final=work
d0=np.load(a.chars[0])
temp=fitted_temperature(final,Dataset(inp(d0['vx']),d0['vy']))
print('temperature',temp)
new=replace(rec,network=final,temperature=temp,name=a.out.split('/')[-1])
pickle.dump(new,open(a.out,'wb'))
