/** An edge that the core should not know. */
@NullMarked
package jp.tsunagu.violations.edge;

import org.jspecify.annotations.NullMarked;
