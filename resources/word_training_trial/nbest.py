"""N-best readings of cached training lattices by the shipped network with language."""
import sys,pickle,time; sys.path.insert(0,'/tmp/gtn')
import numpy as np
from ocrdesk.services.model_store import load_model
from ocrdesk.services.languages import word_model
from ocrdesk.services import row_lattice as rl
from ocrdesk.language.lattice import decode, Edge, DecoderSettings
from ocrdesk.language.likenesses import with_likenesses
from ocrdesk.language.alignment import align
src,out,model,limit=sys.argv[1],sys.argv[2],sys.argv[3],int(sys.argv[4])
rec=load_model(model); cs=rec.charset; ch=cs.characters; scorer=word_model(cs,'english')
ds=DecoderSettings().for_both_cases() if cs.has_lower_case else DecoderSettings().for_one_case()
S=rl.ReadingSettings(); t=time.time(); res=[]; wrong=0; none=0
for n,it in enumerate(pickle.load(open(src,'rb'))[:limit]):
    text=it['text'] if cs.has_lower_case else it['text'].upper()
    if any(c not in cs for c in text): res.append(None); continue
    ink,share=rec.judge((it['patches'].reshape(-1,28,28)/np.float32(255)).astype(np.float32))
    logs=np.log(np.maximum(with_likenesses(ink,ch)*share[:,None],rl.LEAST))
    crowd=np.where(share>=.5,0,(it['room']-1)*4.5)
    edges=[];num=[]
    for e in range(len(it['first'])):
        if not it['wide'][e]: edges.append(Edge(int(it['first'][e]),int(it['last'][e]),logs[e],float(it['prior'][e]-crowd[e]))); num.append(e)
    for q in np.flatnonzero(it['mark']).tolist(): edges.append(Edge(q,q+1,None,-1.0)); num.append(('mark',q))
    for q in np.flatnonzero(it['whole']).tolist():
        if share[q]<.5: edges.append(rl.passing_over(int(it['first'][q]),int(it['last'][q]),share=float(share[q]),settings=S,letters=float(it['room'][q]))); num.append(('un',q))
    odds=np.full(it['nodes']-2,-20.0)   # one word: spaces are not at issue  (texts of several words are taken with their gaps)
    odds=it['odds']
    reads=decode(edges,odds.tolist(),ch,scorer,ds)
    al=align(edges,[cs.index(c) for c in text],it['nodes'],skip=1e9)
    if al is None: res.append(None); none+=1; continue
    rr=[]
    for d in reads:
        st=[(num[s.edge],s.character) for s in d.steps]
        inksum=sum(float(logs[e][c]) for e,c in st)
        rr.append((''.join(ch[c] for _,c in st),st,d.score-inksum))   # const: priors, passing over, language, spaces
    # truth: best way that reads it; language as one decode along it
    tedges=[Edge(edges[e].first,edges[e].last,np.where(np.arange(len(ch))==cs.index(c),edges[e].log_probabilities,-60.0),edges[e].prior) for e,c in zip(al.edges,text)]
    covered=set()
    for e in al.edges: covered.update(range(edges[e].first,edges[e].last))
    for q in range(it['nodes']-1):
        if q not in covered: tedges.append(Edge(q,q+1,None,-1.0))
    dt=decode(tedges,odds.tolist(),ch,scorer,ds)
    dt=[d for d in dt if ''.join(ch[s.character] for s in d.steps)==text]
    if not dt: res.append(None); none+=1; continue
    st=[(num[al.edges[k]],cs.index(c)) for k,c in enumerate(text)]
    tr=(text,st,dt[0].score-sum(float(logs[e][c]) for e,c in st))
    wrong+=rr[0][0]!=text
    res.append((tr,[r for r in rr if r[0]!=text]))
pickle.dump(res,open(out,'wb'),4)
print(len(res),'none',none,'wrong',wrong,time.time()-t)
