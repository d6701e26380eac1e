/** What two services must agree on, and nothing else. */
@NullMarked
package jp.tsunagu.contract;

import org.jspecify.annotations.NullMarked;
