/** The look of every page: frame, forms, lists, dates and refusals, the same at every service. */
@NullMarked
package jp.tsunagu.runtime.site;

import org.jspecify.annotations.NullMarked;
