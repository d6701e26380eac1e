/** What a newer program may say that this one does not know: codes and whole records. */
@NullMarked
package jp.tsunagu.contract.growth;

import org.jspecify.annotations.NullMarked;
