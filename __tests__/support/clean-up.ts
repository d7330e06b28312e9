import { removeTemporaryFolders } from "../../tools/folder";

afterAll(removeTemporaryFolders);
