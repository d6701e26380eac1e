/** The READMEs, and their tour, run against whatever network a test has. */
@NullMarked
package jp.tsunagu.compose.tour;

import org.jspecify.annotations.NullMarked;
