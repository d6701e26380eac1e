/** Figures and tables as a person reads them: columns with labels and one value a cell, pure. */
@NullMarked
package jp.tsunagu.stats.report;

import org.jspecify.annotations.NullMarked;
