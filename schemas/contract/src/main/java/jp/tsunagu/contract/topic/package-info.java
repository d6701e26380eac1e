/** The one catalogue of topics: names, keys, carried records, writers, readers and retention. */
@NullMarked
package jp.tsunagu.contract.topic;

import org.jspecify.annotations.NullMarked;
