/** Will compute live caseload, response times and statutory tables; nothing is built yet. */
@NullMarked
package jp.tsunagu.stats;

import org.jspecify.annotations.NullMarked;
