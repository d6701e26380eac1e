/**
 * Backup and restore of a city on one machine: the centre, each agency's record, the keys apart.
 */
@NullMarked
package jp.tsunagu.compose.backup;

import org.jspecify.annotations.NullMarked;
