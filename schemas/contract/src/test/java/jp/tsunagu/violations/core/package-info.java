/** A core that is not as pure as it says. */
@NullMarked
package jp.tsunagu.violations.core;

import org.jspecify.annotations.NullMarked;
