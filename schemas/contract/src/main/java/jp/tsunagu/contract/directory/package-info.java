/**
 * Who takes part in a network and by which settings: the records of the compacted directory topic.
 */
@NullMarked
package jp.tsunagu.contract.directory;

import org.jspecify.annotations.NullMarked;
