import pickle,numpy as np
r=np.random.default_rng(0)
for part in ('val','held'):
  for m in ('m_a.pkl','m_a2.pkl','m_full1.pkl','m_full2.pkl','m_full2b.pkl'):
    try: b=pickle.load(open(f'out_print62_{part}.pkl','rb')); o=pickle.load(open(f'out_{m}_{part}.pkl','rb'))
    except FileNotFoundError: continue
    d=np.array([y[2]-x[2] for x,y in zip(b,o)]); da=np.array([y[3]-x[3] for x,y in zip(b,o)])
    s=[d[r.integers(len(d),size=len(d))].sum() for _ in range(4000)]
    print(part,m,'errors',d.sum(),'any case',da.sum(),'better',(d<0).sum(),'worse',(d>0).sum(),'90%',np.percentile(s,[5,95]),'P(not better)',np.mean(np.array(s)>=0))
