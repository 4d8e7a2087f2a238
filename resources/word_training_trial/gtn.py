import numpy as np
from math import log, exp, inf
from ocrdesk.language.likenesses import _lending
from ocrdesk.page.charset import PRINT62

UNREAD,CUT=2.5,2.0
def lse(v):
    m=max(v)
    if m==-inf: return -inf
    return m+log(sum(exp(x-m) for x in v))

class Item:
    __slots__=('first','last','prior','n','nodes','M','m','un_first','un_last','un_place','un_room','mk','order','patches','rows','text','place','alpha')
    def __init__(s,it,charset,lend=True,anycase=False,bonus=0.0):
        keep=~it['wide']
        s.patches=it['patches']; s.n=len(it['first'])
        s.first=it['first'][keep].tolist(); s.last=it['last'][keep].tolist()
        # kept ones come first; wide ones at the end
        s.prior=(it['prior'][keep]+bonus).astype(float); s.nodes=it['nodes']
        K=len(charset)
        L=_lending(charset.characters if isinstance(charset.characters,str) else ''.join(charset.characters)).astype(float) if lend else np.eye(K)
        text=it['text']; s.text=text; s.m=len(text)
        M=np.zeros((K,s.m))
        for k,c in enumerate(text):
            for v in ({c,c.swapcase()} if anycase and c.isalpha() else {c}):
                if v in charset: M[:,k]+=L[:,charset.index(v)]
        s.M=M
        u=np.flatnonzero(it['whole']); s.un_place=u
        s.un_first=it['first'][u].tolist(); s.un_last=it['last'][u].tolist()
        s.un_room=np.where(it['wide'][u]|(it['room'][u]>1),it['room'][u],1.0).astype(float)
        s.mk=np.flatnonzero(it['mark']).tolist()

SEG=False
def word_loss(s,p,temper=1.0,need_grad=True):
    """p (n,K+1) softmax of z/T in float64. Returns loss, dloss/d(z/T) (n,K+1); None where text impossible."""
    K=p.shape[1]-1; ne=len(s.first)
    pk=p[:,:K]; share=np.maximum(pk.sum(1),1e-12); rej=np.maximum(p[:,K],1e-12)
    given=np.maximum(pk[:ne]@s.M,1e-12)                 # (ne,m)
    r=np.log(given)+s.prior[:,None]
    d=(np.log(share[:ne])+s.prior).tolist()
    un=(s.un_room*(np.log(rej[s.un_place])-UNREAD)-(s.un_room-1)*CUT).tolist()
    un=[x if share[q]<.5 else -inf for x,q in zip(un,s.un_place)]
    N=s.nodes; order=sorted(range(ne),key=lambda e:s.first[e])
    # denominators
    edges=[(s.first[e],s.last[e],d[e],e) for e in range(ne)]+[(f,l,x,ne+i) for i,(f,l,x) in enumerate(zip(s.un_first,s.un_last,un)) if x>-inf]
    nm=len(s.un_first)
    edges+=[(q,q+1,-1.0,ne+nm+i) for i,q in enumerate(s.mk)]
    inc=[[] for _ in range(N)]; out=[[] for _ in range(N)]
    for f,l,x,i in edges: inc[l].append((f,x,i)); out[f].append((l,x,i))
    A=[-inf]*N; A[0]=0.0
    for v in range(1,N):
        if inc[v]: A[v]=lse([A[f]+x for f,x,_ in inc[v]])
    B=[-inf]*N; B[-1]=0.0
    for v in range(N-2,-1,-1):
        if out[v]: B[v]=lse([B[l]+x for l,x,_ in out[v]])
    Z=A[-1]
    # right ways
    m=s.m; RA=np.full((N,m+1),-inf); RA[0,0]=0
    by=[[] for _ in range(N)]
    for e in range(ne): by[s.first[e]].append(e)
    mk=set(s.mk)
    with np.errstate(invalid='ignore'):
        for v in range(N-1):
            a=RA[v]
            if v in mk: np.logaddexp(RA[v+1],a-1.0,out=RA[v+1])
            for e in by[v]:
                t=RA[s.last[e]]; np.logaddexp(t[1:],a[:-1]+r[e],out=t[1:])
        R=RA[-1,m]
        if not np.isfinite(R) or not np.isfinite(Z): return None
        loss=Z-R
        if not need_grad: return loss,None
        RB=np.full((N,m+1),-inf); RB[-1,m]=0
        post=np.zeros((ne,m))
        for v in range(N-2,-1,-1):
            b=RB[v]
            if v in mk: np.logaddexp(b,RB[v+1]-1.0,out=b)
            for e in by[v]:
                t=RB[s.last[e]][1:]+r[e]
                np.logaddexp(b[:-1],t,out=b[:-1])
                post[e]=RA[v,:-1]+t-R
        post=np.exp(post)
    g=np.zeros_like(p)
    gd=np.zeros(ne)
    gu=np.zeros(nm)
    for f,l,x,i in edges:
        if i<ne: gd[i]=exp(min(A[f]+x+B[l]-Z,0))
        elif i<ne+nm: gu[i-ne]=exp(min(A[f]+x+B[l]-Z,0))
    tot=gd-post.sum(1)
    g[:ne]-=tot[:,None]*p[:ne]
    if SEG:
        g[:ne,:K]+=(tot/share[:ne])[:,None]*pk[:ne]
    else:
        g[:ne,:K]+=(gd/share[:ne])[:,None]*pk[:ne]
        g[:ne,:K]-=pk[:ne]*((post/given)@s.M.T)
    for i,q in enumerate(s.un_place):
        if gu[i]: w=gu[i]*s.un_room[i]; g[q]-=w*p[q]; g[q,K]+=w
    return loss,g

def softmax64(z):
    z=z.astype(np.float64); z=z-z.max(1,keepdims=True); np.exp(z,z); z/=z.sum(1,keepdims=True); return z

if __name__=='__main__':
    import pickle
    items=pickle.load(open('/tmp/gtn/t0.pkl','rb'))[:3]
    rng=np.random.default_rng(0)
    for it in items:
        s=Item(it,PRINT62); z=rng.normal(0,2,(s.n,71)); z[::3,70]+=5
        l,g=word_loss(s,softmax64(z)); worst=0
        for _ in range(60):
            i,j=rng.integers(s.n),rng.integers(71); h=1e-5
            zz=z.copy(); zz[i,j]+=h; a=word_loss(s,softmax64(zz))[0]; zz[i,j]-=2*h; b=word_loss(s,softmax64(zz))[0]
            worst=max(worst,abs((a-b)/2/h-g[i,j]))
        print(s.text,l,worst,np.abs(g).max())
