/** Figures and tables over HTTP: JSON, CSV, Excel, and changes as they happen. */
@NullMarked
package jp.tsunagu.stats.web;

import org.jspecify.annotations.NullMarked;
