import sys, pickle, numpy as np
from dataclasses import replace
from pathlib import Path
from ocrdesk.services.recipes import RECIPES
from ocrdesk.services.training import TrainingRun, gather
from ocrdesk.services.training_data import split
from ocrdesk.services.epoch_samples import EpochSamples, with_rejects
from ocrdesk.services.training_patches import draw_patches
name,seed=sys.argv[1],int(sys.argv[2])
r=RECIPES[name]
run=TrainingRun(r,name,data_folder=Path('/work/shared/data'))
s=split(gather(run))
rng=np.random.default_rng(seed)
d=EpochSamples(r,s.training,rng)(1,rng)
v=with_rejects(draw_patches(s.validation,r.geometry,None),s.validation,r,np.random.default_rng(99))
np.savez(f'/tmp/gtn/chars_{name}_{seed}.npz',x=np.rint(d.inputs*255).astype(np.uint8),y=d.labels,vx=np.rint(v.inputs*255).astype(np.uint8),vy=v.labels)
print(d.inputs.shape,v.inputs.shape)
