/**
 * Mail to the mailbox of an agency's office: how many things wait there, and nothing about them.
 * What is to be told is written with what causes it, and sent bundled, at least once, always under
 * the same Message-ID.
 */
@NullMarked
package jp.tsunagu.connector.mailbox;

import org.jspecify.annotations.NullMarked;
