import pickle,numpy as np
from scipy.optimize import minimize
from ocrdesk.services.model_store import load_model
from ocrdesk.language.likenesses import with_likenesses
rec=load_model('print62'); ch=rec.charset.characters; K=len(ch)
its=pickle.load(open('w1a.pkl','rb')); nb=pickle.load(open('nb1a.pkl','rb'))
rng=np.random.default_rng(0)
def widths(it):
    p=it['patches'].reshape(-1,28,28)>0
    w=p.any(1).sum(1); h=p.any(2).sum(1); ph=it['places'][:,2]-it['places'][:,1]
    return np.log(np.maximum(w/np.maximum(h,1)*ph/it['height'],.02)), np.log(np.maximum(ph/it['height'],.02))
W=[widths(i) for i in its]
use=[k for k,r in enumerate(nb) if r is not None and r[1]]
perm=rng.permutation(use); tr,te=perm[:len(perm)*2//3],perm[len(perm)*2//3:]
# character widths from truths of tr
acc=[[] for _ in range(K)]; acch=[[] for _ in range(K)]
for k in tr:
    for e,c in nb[k][0][1]: acc[c].append(W[k][0][e]); acch[c].append(W[k][1][e])
allw=np.concatenate([x for a in acc for x in [a]]); allh=np.concatenate(acch)
def fit(acc,allv):
    mu=np.empty(K); sd=np.empty(K); gm,gs=np.mean(allv),np.std(allv)
    for c in range(K):
        n=len(acc[c]); a=np.array(acc[c]); m=(a.sum()+5*gm)/(n+5); mu[c]=m
        sd[c]=np.sqrt((((a-m)**2).sum()+5*(.7*gs)**2)/(n+5))
    return mu,sd
mw,sw=fit(acc,allw); mh,sh=fit(acch,allh)
bgw=np.concatenate([w[0] for w in W]); bw=(bgw.mean(),bgw.std()); bgh=np.concatenate([w[1] for w in W]); bh=(bgh.mean(),bgh.std())
def ln(x,m,s): return -.5*np.minimum(((x-m)/s)**2,9)-np.log(s)
F={}
for k in use:
    it=its[k]; ink,share=rec.judge((it['patches'].reshape(-1,28,28)/np.float32(255)).astype(np.float32))
    G=np.log(np.maximum(with_likenesses(ink,ch)*share[:,None],1e-7))
    rows=[]
    for text,st,const in [nb[k][0],*nb[k][1]]:
        e=np.array([x for x,_ in st],int); c=np.array([x for _,x in st],int)
        w,h=W[k][0][e],W[k][1][e]
        rows.append([G[e,c].sum(),const,(ln(w,mw[c],sw[c])-ln(w,*bw)).sum(),(ln(h,mh[c],sh[c])-ln(h,*bh)).sum(),len(e),np.log(np.maximum(share[e],1e-6)).sum()])
    F[k]=np.array(rows)
base=np.array([1.,1,0,0,0,0])
def wrong(th,ks): return sum((F[k]@th).argmax()!=0 for k in ks)
def nll(th,ks):
    t=0
    for k in ks:
        s=F[k]@th; m=s.max(); t+=min(m+np.log(np.exp(s-m).sum())-s[0],15)
    return t/len(ks)
print('base train',wrong(base,tr),len(tr),nll(base,tr),'test',wrong(base,te),len(te),nll(base,te))
for name,free in [('width',[2]),('height',[3]),('width+height',[2,3]),('count',[4]),('share',[5]),('scale of ink,rest',[0,1]),('all',[0,1,2,3,4,5])]:
    def f(x): th=base.copy(); th[free]=x; return nll(th,tr)
    r=minimize(f,base[free],method='Powell',options=dict(maxiter=6)); th=base.copy(); th[free]=r.x
    print(name,np.round(th,3),'train',wrong(th,tr),round(nll(th,tr),4),'test',wrong(th,te),round(nll(th,te),4),flush=True)
