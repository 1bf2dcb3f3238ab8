//! Sets that are joined: persons behind phones, households, clusters.

/// Disjoint sets over `0..n`, for persons behind phones, households and clusters.
pub struct DisjointSets {
    parent: Vec<usize>,
}

impl DisjointSets {
    /// As many sets as that, each of one member.
    pub fn new(count: usize) -> Self {
        DisjointSets { parent: (0..count).collect() }
    }

    /// Makes the sets of two members one.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        // The smaller member leads, so numbering follows the members' own order.
        self.parent[one.max(other)] = one.min(other);
    }

    /// The smallest member of that member's set.
    pub fn root(&mut self, member: usize) -> usize {
        let mut at = member;
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// Of each member the number of its set, and how many there are. Sets are numbered by their smallest members.
    pub fn numbered(mut self) -> (Vec<usize>, usize) {
        let mut number = vec![0; self.parent.len()];
        let mut count = 0;
        for member in 0..self.parent.len() {
            let root = self.root(member);
            if root == member {
                number[member] = count;
                count += 1;
            } else {
                number[member] = number[root];
            }
        }
        (number, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_numbered_by_their_smallest_members() {
        let mut sets = DisjointSets::new(6);
        sets.join(5, 1);
        sets.join(4, 5);
        sets.join(3, 3);
        assert_eq!(sets.root(4), 1);
        assert_eq!(sets.numbered(), (vec![0, 1, 2, 3, 1, 1], 4));
    }
}
