/** What the statistics look at when they are asked whether they can work here. */
@NullMarked
package jp.tsunagu.stats.doctor;

import org.jspecify.annotations.NullMarked;
