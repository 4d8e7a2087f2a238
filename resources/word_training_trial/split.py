import json, numpy as np
from pathlib import Path
from ocrdesk.formats.stroke_file import read_strokes
from ocrdesk.services.evaluation_writers import link_writers
from ocrdesk.services.training_data import lots
from ocrdesk.services.progress import run
D=Path('/work/shared/data')
w=read_strokes(D/'unipen_words.npz'); c=read_strokes(D/'unipen_strokes62.npz')
links=run(link_writers(w,c))
json.dump(links,open('/tmp/gtn/links.json','w'))
own=lots(w.groups); names=[links.get(x,x) for x in w.groups.tolist()]; li=lots(names)
print(len(w), len(set(w.groups.tolist())), len(links))
for nm,m in [('train',~np.isin(own,(0,1,2))&~np.isin(li,(0,1,2))),('val',(own==2)&(li==2)),('val any',((own==2)|(li==2))&~np.isin(own,(0,1))&~np.isin(li,(0,1))),('held',np.isin(own,(0,1))&np.isin(li,(0,1)))]:
    print(nm,m.sum(),len(set(w.groups[m].tolist())))
