/** Backup and restore of one agency's own record. */
@NullMarked
package jp.tsunagu.connector.backup;

import org.jspecify.annotations.NullMarked;
