/// The use cases, behind one façade: import, train, recommend, evaluate. The only place where music
/// meets numbers.
@NullMarked
package segue.engine;

import org.jspecify.annotations.NullMarked;
