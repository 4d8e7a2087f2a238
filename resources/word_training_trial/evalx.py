"""Fast evaluation on cached layouts. build: layouts of val/held words and strips; score(rec)."""
import sys, pickle, time, zlib
import numpy as np
from pathlib import Path
sys.path.insert(0,'/tmp/gtn')
from ocrdesk.services.model_store import load_model
from ocrdesk.services.row_reading import read_rows
from ocrdesk.services.orientation import orient
from ocrdesk.services.languages import word_model
from ocrdesk.services.progress import run
from ocrdesk.services.word_drawing import draw_word
from ocrdesk.services.error_rates import count_errors, letters_of, best_stretch
from ocrdesk.vision.layout import find_ink, lay_out
from ocrdesk.formats.strips_file import open_strips
D=Path('/work/shared/data')

def build_words(kind,n,out):
    from cache import words
    w,tr,val,held=words()
    idx={'val':val,'held':held,'train':tr}[kind]
    idx=np.sort(np.random.default_rng(5).permutation(idx)[:n])
    rec=load_model('print62'); items=[]
    for p in idx.tolist():
        img=draw_word(w.strokes(p),np.random.default_rng([0,p]),name=str(p)).image
        ink,comp=find_ink(img.pixels)
        o=orient(img.pixels,ink,comp,rec)
        items.append((' '.join(str(w.texts[p]).split()),zlib.compress(pickle.dumps(o.layout,4),1)))
    pickle.dump(items,open(out,'wb'),4)

def build_strips(step,off,out):
    rec=load_model('print36'); items=[]
    for k,s in enumerate(open_strips(D/'name_strips.zip')):
        if k%step!=off: continue
        ink,comp=find_ink(s.image.pixels)
        items.append((s.text,zlib.compress(pickle.dumps(orient(s.image.pixels,ink,comp,rec).layout,4),1)))
    pickle.dump(items,open(out,'wb'),4)

def text_of(layout,rec,scorer,settings=None):
    read=run(read_rows(layout,rec,scorer,settings))
    ch=rec.charset.characters
    return '\n'.join(' '.join(''.join(ch[int(g.weighed.argmax())] for g in word if not g.is_unreadable) for word in row) for row in read.rows)

def score(rec,items,strips=False,settings=None,detail=False):
    scorer=word_model(rec.charset,'english')
    tot=err=any_=right=0; out=[]
    for text,layout in items:
        layout=pickle.loads(zlib.decompress(layout))
        t=letters_of(text,rec.charset); r=letters_of(text_of(layout,rec,scorer,settings),rec.charset)
        if strips: r=best_stretch(t,r)
        e=count_errors(t,r); a=count_errors(t.upper(),r.upper())
        tot+=len(t); err+=e.errors; any_+=a.errors; right+=e.errors==0; out.append((t,r,e.errors,a.errors))
    s=f'{err}/{tot} {100*err/tot:.2f}% anycase {any_} {100*any_/tot:.2f}% right {right}/{len(items)}'
    return (s,out) if detail else s

if __name__=='__main__':
    cmd=sys.argv[1]
    if cmd=='words': build_words(sys.argv[2],int(sys.argv[3]),sys.argv[4])
    elif cmd=='strips': build_strips(int(sys.argv[2]),int(sys.argv[3]),sys.argv[4])
    else:
        for f in sys.argv[2:]:
            rec=load_model(cmd); t=time.time()
            print(f,score(rec,pickle.load(open(f,'rb')),strips='strip' in f),round(time.time()-t,1),flush=True)
