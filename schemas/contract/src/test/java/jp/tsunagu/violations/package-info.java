/** Classes that break every house rule once, to see that the rules notice. */
@NullMarked
package jp.tsunagu.violations;

import org.jspecify.annotations.NullMarked;
