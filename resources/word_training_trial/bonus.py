import sys; sys.path.insert(0,'/tmp/gtn')
from evalx import *
from ocrdesk.services import row_lattice as rl
b=float(sys.argv[1]); old=rl._prior
rl._prior=lambda c,row,settings: old(c,row,settings)+b
rec=load_model('print62')
print(sys.argv[1:],score(rec,pickle.load(open('/tmp/gtn/val.pkl','rb'))),flush=True)
