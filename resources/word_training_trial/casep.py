import sys; sys.path.insert(0,'/tmp/gtn')
from ocrdesk.language import words as W
mixed,code=float(sys.argv[1]),float(sys.argv[2])
for k,v in list(W.PRIORS.items()):
    v=list(v); v[3]*=mixed; v[5]*=code; s=sum(v); W.PRIORS[k]=tuple(x/s for x in v)
from evalx import *
rec=load_model('print62')
s,out=score(rec,pickle.load(open('/tmp/gtn/val.pkl','rb')),detail=True)
print(sys.argv[1:],s,flush=True)
b=pickle.load(open('/tmp/gtn/out_print62_val.pkl','rb'))
for x,y in zip(b,out):
    if x[1]!=y[1]: print('   ',x[0],'|',x[1],'|',y[1],x[2],y[2])
