"""Training of the reader of sentences. Needs the extra ``train``; nothing of this is part of the installed product."""
