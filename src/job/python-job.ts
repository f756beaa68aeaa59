import { JobProps } from './job-props';

/** A zip file that each Python worker unpacks. */
export interface PythonArchive {
  /** Absolute path of the zip file in the image. */
  readonly path: string;
  /**
   * Folder that it is unpacked into, from the worker's own.
   * @default - named after the file
   */
  readonly directory?: string;
}

/** A Python program. All paths are absolute paths in the image, or refused with `[python-path]`. */
export interface PythonJobProps extends JobProps {
  /**
   * The program, a file that ends with `.py`. Option `-py` of Flink's Python driver.
   * @default - `module` says; one of the two must, or it is refused with `[python-entry]`
   */
  readonly script?: string;
  /**
   * The program as a module, for example `jobs.orders`; it must be among `files` or installed. Option `-pym`.
   * @default - `script` says
   */
  readonly module?: string;
  /**
   * Python files, folders and packages that the program and the workers import. Option `-pyfs`.
   * @default - none
   */
  readonly files?: string[];
  /**
   * A `requirements.txt` that each worker installs when it starts, from the internet unless `requirementsCache` has it all.
   * Option `-pyreq`.
   * @default - what the image has
   */
  readonly requirements?: string;
  /**
   * Folder with the packages that `requirements` names. Refused with `[python-path]` without `requirements`.
   * @default - none
   */
  readonly requirementsCache?: string;
  /**
   * Zip files that each worker unpacks, a virtual environment for example. Option `-pyarch`.
   * @default - none
   */
  readonly archives?: PythonArchive[];
  /**
   * The interpreter of the program and of the workers: an absolute path, or one inside of an archive, for example
   * `venv.zip/venv/bin/python`. Options `-pyexec` and `-pyclientexec`.
   * @default - `python` on the path of the image
   */
  readonly executable?: string;
  /**
   * Jars that the program uses, connectors for example. In native mode those in `/opt/flink/usrlib` of the image need not be
   * named. Flink option `pipeline.classpaths`.
   * @default - none
   */
  readonly jars?: string[];
}
