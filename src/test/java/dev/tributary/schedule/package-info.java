@org.jspecify.annotations.NullMarked
package dev.tributary.schedule;
