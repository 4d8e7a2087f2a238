import sys; sys.path.insert(0,'/tmp/gtn')
from cache import *
w,tr,val,held=words()
idx=np.sort(np.random.default_rng(5).permutation(val)[:250])
items=[]
for p in idx.tolist():
    img=draw_word(w.strokes(p),np.random.default_rng([0,p]),name='x').image
    it=item(img.pixels,''.join(str(w.texts[p]).split()))
    if it is not None and len(it['first'])<=400: it['place']=p; items.append(it)
pickle.dump(items,open('/tmp/gtn/valit.pkl','wb'),4); print(len(items))
