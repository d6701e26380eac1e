/** The rules of counting that follow from the settings of the city and of the operator. */
@NullMarked
package jp.tsunagu.stats.directory;

import org.jspecify.annotations.NullMarked;
