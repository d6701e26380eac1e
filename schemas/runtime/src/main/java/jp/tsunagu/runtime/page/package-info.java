/** Lists over HTTP: page by page, each bounded, and parameters read strictly. */
@NullMarked
package jp.tsunagu.runtime.page;

import org.jspecify.annotations.NullMarked;
