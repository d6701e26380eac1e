/** Classes that break the rules of the door, so that a test sees each rule notice. */
@NullMarked
package jp.tsunagu.violations.door;

import org.jspecify.annotations.NullMarked;
