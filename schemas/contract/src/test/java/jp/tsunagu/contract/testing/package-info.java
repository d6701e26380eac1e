/** What every module's tests share: the architecture rules and a real broker. */
@NullMarked
package jp.tsunagu.contract.testing;

import org.jspecify.annotations.NullMarked;
