/** Needs the library, and data frames to read its tables. */
module org.example.gap {
  requires dflib;
  requires dflib.csv;
  requires org.apache.commons.csv; // dflib.csv names no module that it needs
  requires org.fundinggap;
}
