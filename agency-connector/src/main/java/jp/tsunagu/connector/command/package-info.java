/**
 * Everything an agency can do, each declared once: what it is called, what it is about, its form,
 * and the command that is made of it. REST, files and descriptions follow from the declaration.
 */
@NullMarked
package jp.tsunagu.connector.command;

import org.jspecify.annotations.NullMarked;
