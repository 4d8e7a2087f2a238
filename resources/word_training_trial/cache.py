"""Cache lattices of training words: uint8 candidate patches and structure."""
import sys, json, pickle, time
import numpy as np
from dataclasses import replace
from pathlib import Path
from ocrdesk.formats.stroke_file import read_strokes
from ocrdesk.services.training_data import lots
from ocrdesk.services import row_lattice as rl
from ocrdesk.services.row_spaces import space_odds
from ocrdesk.services.word_drawing import draw_word
from ocrdesk.vision.layout import find_ink, lay_out
from ocrdesk.vision.marks import small_marks
from ocrdesk.vision.pieces import take_apart, upright_extent
from ocrdesk.vision.patches import PatchGeometry, cut_patches, as_bytes
from ocrdesk.vision.strokes import distort, resample, extent
from ocrdesk.page.charset import PRINT62, PRINT36
D=Path('/work/shared/data'); G=PatchGeometry(28,2)

def words():
    w=read_strokes(D/'unipen_words.npz'); links=json.load(open('/tmp/gtn/links.json'))
    own=lots(w.groups); li=lots([links.get(x,x) for x in w.groups.tolist()])
    ok=w.clean & (w.styles!='CURSIVE')
    ok&=np.array([all(c in PRINT62 for c in ''.join(str(t).split())) and any(c.isalnum() for c in t) for t in w.texts])
    tr=~np.isin(own,(0,1,2))&~np.isin(li,(0,1,2))&ok
    val=(own==2)&(li==2)&ok
    held=np.isin(own,(0,1))&np.isin(li,(0,1))&ok
    return w,np.flatnonzero(tr),np.flatnonzero(val),np.flatnonzero(held)

def letter_size(strokes):
    pts=np.concatenate(strokes); h=float(np.ptp(pts,axis=0)[1])
    return max(float(np.percentile([np.ptp(s[:,1]) for s in strokes],90)), h/8)

def bend(strokes,rng,strength=.6):
    """Whole words by another hand: slant, rotation, aspect, warp in letter heights."""
    L=letter_size(strokes)
    if L<=0: return strokes
    strokes=[resample(s,.045*L) for s in strokes]
    pts=np.concatenate(strokes).astype(float)/L
    low=pts.min(0); pts-=low
    counts=[len(s) for s in strokes]
    shear=rng.uniform(-.3,.3)*strength; ang=rng.uniform(-.06,.06)*strength; st=rng.uniform(-.25,.25)*strength
    # small moves of strokes against one another and slow waves
    pts+=np.repeat(rng.normal(0,.015*strength/2,(len(counts),2)),counts,axis=0)
    waves=rng.normal(0,2.5,(2,4)); ph=rng.uniform(0,2*np.pi,4)
    b=.04*strength*np.sin(pts@waves+ph); pts=pts+b[:,:2]+b[:,2:]
    c,s=np.cos(ang),np.sin(ang); w=np.exp(st/2)
    M=np.diag([w,1/w])@np.array([[1,0],[-shear,1]])@np.array([[c,s],[-s,c]])
    pts=pts@M
    return [p.astype(np.float32) for p in np.split((pts*L),np.cumsum(counts)[:-1])]

def pieces_of(pixels, punctuation=True):
    layout=lay_out(pixels,*find_ink(pixels))
    if len(layout.rows)!=1: return None
    marks=small_marks(layout) if punctuation else [()]
    row=layout.rows[0]
    taken=[(rl._in_order((*row.clusters,*marks[0]),row.angle),row.angle,row.height)]
    comps,rows=take_apart(taken,layout.components)
    layout=replace(layout,components=comps)
    cands=rl._with_wide_glyphs(rows[0])
    dirt={m for k in marks[0] for m in k.members}
    return layout,row,rows[0],cands,dirt

def item(pixels,text,S=rl.ReadingSettings(),punctuation=True):
    got=pieces_of(pixels,punctuation)
    if got is None: return None
    layout,row,pr,cands,dirt=got
    is_mark=[dirt.issuperset(p.members) for p in pr.pieces]
    patches=as_bytes(cut_patches([layout.glyph_ink(c.cluster,row.angle) for c in cands],G)).reshape(len(cands),-1)
    odds,wide=space_odds(row,pr,is_mark)
    return dict(text=text,patches=patches,
      first=np.array([c.first for c in cands],np.int16),last=np.array([c.last for c in cands],np.int16),
      prior=np.array([rl._prior(c,pr,S) for c in cands],np.float32),
      room=np.array([rl._room(c,row) for c in cands],np.float32),
      wide=np.array([c.is_wide for c in cands]),
      whole=np.array([c.is_whole and not is_mark[c.first] for c in cands]),
      mark=np.array(is_mark), nodes=len(pr.pieces)+1, odds=np.array(odds,np.float32),
      places=np.array([upright_extent(c.cluster,row.angle) for c in cands],np.float32), height=row.height)

if __name__=='__main__':
    out,seed,start,stop=sys.argv[1],int(sys.argv[2]),int(sys.argv[3]),int(sys.argv[4])
    w,tr,val,held=words()
    print(len(tr),len(val),len(held))
    order=np.random.default_rng(7).permutation(tr)[start:stop]
    t=time.time(); items=[]; lost=0
    for p in order.tolist():
        rng=np.random.default_rng([seed,p])
        st=w.strokes(p)
        if seed>0: st=bend(st,rng)
        try: img=draw_word(st,rng,name='x').image
        except Exception as e: print('draw',e); continue
        it=item(img.pixels,''.join(str(w.texts[p]).split()))
        if it is None or len(it['first'])>400: lost+=1; continue
        it['place']=p; items.append(it)
    pickle.dump(items,open(out,'wb'),4)
    print(len(items),'lost',lost,'cands',sum(len(i['first']) for i in items),'letters',sum(len(i['text']) for i in items),time.time()-t)
