/** How values stand in JSON, the same way in every service. */
@NullMarked
package jp.tsunagu.runtime.dialect;

import org.jspecify.annotations.NullMarked;
