"""The drafts that sides write of one document: laid side by side, settled place by place, and put together."""
