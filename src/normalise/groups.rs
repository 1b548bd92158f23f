//! Which of many calls belong together.

use std::collections::BTreeMap;

/// Disjoint groups, by index.
pub(super) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    /// Each index in a group of its own.
    pub(super) fn new(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
        }
    }

    /// The lowest index of its group.
    pub(super) fn root(&self, mut index: usize) -> usize {
        while let Some(parent) = self
            .parent
            .get(index)
            .copied()
            .filter(|parent| *parent != index)
        {
            index = parent;
        }
        index
    }

    /// Makes one group of two.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (low, high) = (one.min(other), one.max(other));
        if let Some(parent) = self.parent.get_mut(high) {
            *parent = low;
        }
    }

    /// Every group, its members in order.
    pub(super) fn members(&self) -> Vec<Vec<usize>> {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for index in 0..self.parent.len() {
            members.entry(self.root(index)).or_default().push(index);
        }
        members.into_values().collect()
    }
}
