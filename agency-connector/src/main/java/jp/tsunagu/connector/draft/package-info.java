/** What people have begun to write and not sent, kept in their agency's own database. */
@NullMarked
package jp.tsunagu.connector.draft;

import org.jspecify.annotations.NullMarked;
