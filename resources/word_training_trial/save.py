import sys,pickle
from dataclasses import replace
from pathlib import Path
from ocrdesk.nn.network import Network
from ocrdesk.services.model_store import save_model
r=pickle.load(open(sys.argv[1],'rb')); r=replace(r,network=Network.from_state(*r.network.state()),name='words62')
save_model(Path(sys.argv[2]),r)
