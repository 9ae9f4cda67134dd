/// What was learned: immutable models, one file each, that score, rank and explain.
@NullMarked
package segue.core.model;

import org.jspecify.annotations.NullMarked;
